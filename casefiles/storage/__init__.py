"""The only place that knows peewee and SQL: the database, its rows, and the one gate that writes them."""
