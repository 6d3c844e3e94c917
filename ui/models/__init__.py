"""What lists show: plain rows, and the models that page through them."""
