# ASN Terpadu. `make` alone prints this help.
#
#   make run [DB=asn] [PORT=8069]
#   make test [ADDON=asn_base] [ONLY=lint|addons|meta|access|e2e|browser|imports]

PYTHON ?= /usr/bin/python3
SIAPKAN = $(PYTHON) tools/siapkan

export DB PORT ADDON ONLY BENCH YA ODOO_HOME

.DEFAULT_GOAL := help
.PHONY: help setup run stop shell reset test lint format audit sandi acak matriks pindai bench screenshots gambar contoh_surat i18n

help: ## print this help
	@echo "ASN Terpadu: make run sets everything up and serves it, make test proves it."
	@echo
	@awk -F':.*## ' '/^[a-z0-9_]+:.*## / {printf "  make %-13s%s\n", $$1, $$2}' $(MAKEFILE_LIST)
	@echo
	@echo "  Variables: DB=asn PORT=8069 (run, shell)   ADDON=asn_base ONLY=meta (test)"
	@echo "             BENCH=name (bench)   YA=1 (reset without asking)"
	@echo "             ODOO_HOME=folder (an Odoo 19 tree of your own)"

setup: ## prepare Odoo, Python packages and PostgreSQL in var/
	@$(SIAPKAN) setup

run: ## set up, make the database with the demo scenario, serve it
	@$(SIAPKAN) run

stop: ## stop the server and the database of this checkout
	@$(SIAPKAN) stop

shell: ## Odoo's Python shell on the database
	@$(SIAPKAN) shell

reset: ## delete everything in var/ except downloaded packages (asks first)
	@$(SIAPKAN) reset

test: ## set up and run the whole suite; last line: N passed, N failed
	@$(SIAPKAN) tool uji

lint: ## run the linters only
	@ONLY=lint $(SIAPKAN) tool uji

format: ## let ruff rewrite imports and layout
	@$(SIAPKAN) setup-test
	@var/venv/bin/ruff check --fix-only --quiet addons tools tests
	@var/venv/bin/ruff format addons tools tests

audit: ## look for known faults and for licences of the Python packages (needs the network)
	@$(SIAPKAN) setup-test
	@var/venv/bin/python tools/audit.py

sandi: ## print a master password for odoo.conf that nobody knows
	@var/venv/bin/python tools/sandi.py

acak: ## drive the service engine with 200 random histories (KASUS=200)
	@ASN_KEADAAN=$(or $(KASUS),200) ADDON=asn_layanan ONLY=addons $(SIAPKAN) tool uji

matriks: ## try every cell of security/matrix.csv by every way, every role in full
	@ASN_MATRIKS=1 ONLY=matriks $(SIAPKAN) tool uji

pindai: ## look for planted markers, every role, paths of three steps
	@ASN_PINDAI=3 ONLY=pindai $(SIAPKAN) tool uji

bench: ## measure against stock Odoo, write var/bench.json
	@$(SIAPKAN) tool bench

screenshots: ## take the pictures of the journey for docs/
	@$(SIAPKAN) tool gambar

gambar: screenshots

contoh_surat: ## write every kind of letter of the database as PDF into var/contoh_surat
	@$(SIAPKAN) shell < tools/contoh_surat.py

i18n: ## export the terms of every addon and merge them into id.po
	@$(SIAPKAN) tool i18n
