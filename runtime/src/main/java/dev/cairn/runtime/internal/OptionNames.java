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
     * @return the name of the variable
     */
    public static String variable(String option) {
        return "CAIRN_RUN_" + words(option).replace('-', '_');
    }

    /**
     * The environment variable of a parameter of one flow, which comes before that of all flows: {@code learningRate} of {@code
     * ModelSelection} is {@code CAIRN_MODEL_SELECTION_LEARNING_RATE}.
     *
     * @param flow the name of the flow
     * @param option the name of the option, without the dashes
     * @return the name of the variable
     */
    public static String variable(String flow, String option) {
        return prefix(flow) + words(option).replaceAll("[^A-Z0-9_]", "_");
    }

    /**
     * What the environment variables of the parameters of a flow begin with.
     *
     * @param flow the name of the flow
     * @return the beginning, with an underscore at its end
     */
    public static String prefix(String flow) {
        return "CAIRN_" + words(flow).replaceAll("[^A-Z0-9_]", "_") + "_";
    }

    private static String words(String name) {
        return name.replaceAll("(?<=[\\p{Ll}\\p{N}])(?=\\p{Lu})", "_").toUpperCase(Locale.ROOT);
    }

    /**
     * The option that names the file with the value of a secret parameter: {@code token-file} for {@code token}.
     *
     * @param option the name of the option, without the dashes
     * @return the name, without dashes in front of it
     */
    public static String file(String option) {
        return option + "-file";
    }
}
