"""Files that carry records between programs; here the native JSON form, complete and canonical."""
