package dev.cairn.runtime.internal;

import java.util.Locale;
import java.util.regex.Pattern;

/** Which names of artifacts and fields tell that they hold a secret. The compiler warns of the same ones. */
public final class CredentialNames {
    /** The words as a part of a name, between changes of case and underscores; so that {@code tokenizer} is none. */
    private static final Pattern SECRET =
            Pattern.compile("(?<![a-z])(password|passwd|secret|token|credentials?|api_?key|private_?key)(?![a-z])");

    private static final Pattern BORDER = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])");

    private CredentialNames() {}

    /**
     * {@return whether a name is one of those}
     *
     * @param name the name of an artifact or a field
     */
    public static boolean contains(String name) {
        String words = BORDER.matcher(name).replaceAll("_").toLowerCase(Locale.ROOT);
        return SECRET.matcher(words).find();
    }
}
