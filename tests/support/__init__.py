"""What the tests of the whole product share: a real server and real users."""
