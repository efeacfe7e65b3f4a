"""What runs beside leercyclus: the smallest programs that do the same work, or a part of it."""
