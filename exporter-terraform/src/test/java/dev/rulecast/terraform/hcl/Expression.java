package dev.rulecast.terraform.hcl;

import java.util.List;

/** An expression of Terraform's language, as far as modules of this exporter use it. */
sealed interface Expression {
  /** A number, {@code true} or {@code false}. */
  record Constant(Object value) implements Expression {}

  /** {@code null}. */
  record Null() implements Expression {}

  /** A quoted text: parts that are text or interpolated. */
  record Template(List<Expression> parts) implements Expression {}

  /** Text as it is. */
  record Text(String text) implements Expression {}

  /** The first name of {@code var.tags}. */
  record Name(String name) implements Expression {}

  /** {@code from.attribute}. */
  record Attribute(Expression from, String name) implements Expression {}

  /** {@code function(arguments)}. */
  record Call(String function, List<Expression> arguments) implements Expression {}

  /** {@code [items]}. */
  record Items(List<Expression> items) implements Expression {}

  /** <code>{key = value}</code>. */
  record Fields(List<Field> fields) implements Expression {}

  /** One of them. */
  record Field(Expression key, Expression value) {}

  /** {@code from[key]}. */
  record Index(Expression from, Expression key) implements Expression {}

  /**
   * What a {@code for} goes through: {@code for key, value in collection}.
   *
   * @param key the name for keys; empty: there is none
   * @param value the name for values
   */
  record Loop(String key, String value, Expression collection) {}

  /** <code>{for key, value in collection : newKey => newValue if condition}</code>. */
  record ForFields(Loop loop, Expression newKey, Expression newValue, Expression condition)
      implements Expression {}

  /** {@code [for value in collection : newValue if condition]}. */
  record ForItems(Loop loop, Expression newValue, Expression condition) implements Expression {}

  /** {@code !operand}. */
  record Not(Expression operand) implements Expression {}

  /** {@code left operator right}. */
  record Binary(String operator, Expression left, Expression right) implements Expression {}

  /** {@code condition ? yes : no}. */
  record Choice(Expression condition, Expression yes, Expression no) implements Expression {}
}
