package dev.rulecast.model;

import dev.rulecast.diagnostic.UserText;
import java.util.Optional;

/**
 * A platform for which rules can be written. Several exporters may serve one: {@code aws-sg} and
 * {@code terraform} both write EC2 security groups.
 *
 * @param id the name in {@code managedBy} and {@code settings}
 * @param title what its people call its rules, in the plural: {@code EC2 security groups}
 * @param settings the record that an endpoint's settings for it are read into, if it takes any
 * @param onlyWithSettings whether an endpoint without settings for it is not managed by it, unless
 *     {@code managedBy} says so
 */
public record Platform(
    String id, String title, Optional<Class<? extends Record>> settings, boolean onlyWithSettings) {
  /** Refuses an id that no document could name, and a title that a terminal cannot show. */
  public Platform {
    Ids.require(id);
    UserText.requireLine(title, "The title");
  }

  /** A platform that manages every endpoint unless the environment says otherwise. */
  public static Platform of(String id, String title) {
    return new Platform(id, title, Optional.empty(), false);
  }

  /** The same platform, with settings for its endpoints. */
  public Platform withSettings(Class<? extends Record> record) {
    return new Platform(id, title, Optional.of(record), onlyWithSettings);
  }
}
