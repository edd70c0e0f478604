"""What commands give out besides single files: tables, answers about them, and sites."""
