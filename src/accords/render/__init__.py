"""What is known about duties, rendered: one module for each subject. Rendering adds no facts and drops none."""
