"""TOML as people write it: read with findings, placed by line, edited without loss."""
