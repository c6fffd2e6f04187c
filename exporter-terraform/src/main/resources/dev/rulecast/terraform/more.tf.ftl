# Written by rulecast; see main.tf.
