"""The red team: who tries what, beside who may."""
