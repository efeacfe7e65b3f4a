"""What a cyclus is. Pure: knows neither disk nor terminal, and imports nothing heavy by itself."""
