package dev.cairn.samples.truth;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A field of a drawn flow that is stored.
 *
 * @param name its name, a word that stands for nothing else
 * @param kind what it holds
 * @param role what it is to the steps
 * @param initial the initialiser
 */
record Variable(String name, Kind kind, Role role, @Nullable String initial) {
    enum Role {
        PARAMETER,
        CONSTANT,
        ARTIFACT
    }

    boolean isArtifact() {
        return role == Role.ARTIFACT;
    }

    /** Its constant in the generated enum of names. */
    String constant() {
        return "Name." + name.toUpperCase(Locale.ROOT);
    }
}
