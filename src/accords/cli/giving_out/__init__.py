"""What ``accords export`` gives out besides single files: tables, and answers about them."""
