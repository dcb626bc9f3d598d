package dev.cairn.runtime.internal;

import java.util.Locale;

/** What else sets an option of {@code run}: its environment variable, and for a secret parameter the option that names a file. */
public final class OptionNames {
    private OptionNames() {}

    /**
     * The environment variable of an option: {@code max-workers} is {@code CAIRN_RUN_MAX_WORKERS}, {@code learningRate} is {@code
     * CAIRN_RUN_LEARNING_RATE}.
     *
     * @param option its name, without the dashes
     */
    public static String variable(String option) {
        return "CAIRN_RUN_"
                + option.replaceAll("(?<=[\\p{Ll}\\p{N}])(?=\\p{Lu})", "_")
                        .replace('-', '_')
                        .toUpperCase(Locale.ROOT);
    }

    /** The option that names the file with the value of a secret parameter: {@code token-file} for {@code token}. */
    public static String file(String option) {
        return option + "-file";
    }
}
