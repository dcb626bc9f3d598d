package dev.cairn.cli;

import dev.cairn.runtime.internal.PlainText;
import dev.cairn.runtime.internal.Suggestions;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** Describes options to picocli, and reads what it found. */
final class Options {
    private static final Pattern FIRST_VARIABLES =
            Pattern.compile("\\$(?=\\{(?:DEFAULT-VALUE|FALLBACK-VALUE|COMPLETION-CANDIDATES)})");
    private static final Pattern AGE = Pattern.compile("([0-9]{1,6})([dhm])");

    private Options() {}

    /** An option with a value. */
    static OptionSpec value(String name, String label, String description) {
        return OptionSpec.builder(name)
                .type(String.class)
                .paramLabel(label)
                .preprocessor(new OptionValues())
                .description(plain(description))
                .build();
    }

    /** An option with a value, which may be given several times. */
    static OptionSpec values(String name, String label, String description) {
        return OptionSpec.builder(name)
                .type(List.class)
                .auxiliaryTypes(String.class)
                .paramLabel(label)
                .preprocessor(new OptionValues())
                .description(plain(description))
                .build();
    }

    /** An option without a value. */
    static OptionSpec flag(String name, String description) {
        return OptionSpec.builder(name)
                .type(boolean.class)
                .description(plain(description))
                .build();
    }

    /** An option whose value is one of some words; the first is the default. */
    static OptionSpec choice(String name, List<String> words, String description) {
        return value(
                        name,
                        "<" + name.substring(2) + ">",
                        description + ": " + String.join(", ", words) + "; default " + words.get(0))
                .toBuilder()
                .completionCandidates(words)
                .build();
    }

    /**
     * The value of a {@link #choice}.
     *
     * @throws UsageException if it is none of the words, or {@code --json} is given too, which is a format
     */
    static String choice(ParseResult parsed, String option, List<String> words) {
        String given = find(parsed, option);
        if (given == null) {
            return words.get(0);
        } else if (!words.contains(given)) {
            throw new UsageException(option + " must be one of " + String.join(", ", words) + ", but is `" + given
                    + "`." + Suggestions.didYouMean(given, words));
        } else if (parsed.hasMatchedOption("--json") && !given.equals("json")) {
            throw new UsageException("--json and " + option + " " + given + " are two formats. Give only one of them.");
        }
        return given;
    }

    static OptionSpec debug() {
        return flag("--debug", "show the whole stack trace of an error");
    }

    /**
     * A text as picocli takes it: to that, a percent sign is the beginning of a format, and a dollar sign that of a variable. Both can be
     * doubled; the beginning of a style, and the variables that picocli looks for first, cannot, and are written out.
     */
    static String plain(String description) {
        String text = PlainText.of(description).replace("%", "%%").replace("@|", "\\u0040|");
        return FIRST_VARIABLES.matcher(text).replaceAll("\\\\u0024").replace("$", "$$");
    }

    static @Nullable String find(ParseResult parsed, String option) {
        return parsed.hasMatchedOption(option) ? parsed.matchedOptionValue(option, (String) null) : null;
    }

    static List<String> list(ParseResult parsed, String option) {
        return parsed.matchedOptionValue(option, List.<String>of());
    }

    /** Whether a text is an {@link #age}. */
    static boolean isAge(String text) {
        return AGE.matcher(text).matches();
    }

    /**
     * A time that may be long: {@code 30d}, {@code 12h}, {@code 90m}.
     *
     * @throws UsageException if {@code text} is none
     */
    static Duration age(String option, String text) {
        Matcher matcher = AGE.matcher(text);
        if (!matcher.matches()) {
            throw new UsageException(
                    option + " must be a number of days, hours or minutes, such as `30d`, `12h` or `90m`, but is `"
                            + text + "`.");
        }
        long number = Long.parseLong(matcher.group(1));
        return switch (matcher.group(2)) {
            case "d" -> Duration.ofDays(number);
            case "h" -> Duration.ofHours(number);
            default -> Duration.ofMinutes(number);
        };
    }

    /**
     * A flag that is given as text.
     *
     * @throws UsageException if {@code text} is neither {@code true} nor {@code false}
     */
    static boolean isTrue(String option, String text) {
        if (text.equals("true") || text.equals("false")) {
            return text.equals("true");
        }
        throw new UsageException(option + " must be `true` or `false`, but is `" + text + "`.");
    }

    /**
     * A number that has to be positive.
     *
     * @throws UsageException if {@code text} is not a positive number
     */
    static int positive(String option, String text) {
        return atLeast(1, option, text);
    }

    /**
     * A positive number that may be left out.
     *
     * @throws UsageException if what was given is not a positive number
     */
    static int positive(ParseResult parsed, String option, int otherwise) {
        String text = find(parsed, option);
        return text == null ? otherwise : positive(option, text);
    }

    /**
     * A number that has to be at least {@code least}.
     *
     * @throws UsageException if {@code text} is not such a number
     */
    static int atLeast(int least, String option, String text) {
        try {
            int number = Integer.parseInt(text);
            if (number >= least) {
                return number;
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw new UsageException(option + " must be a whole number, at least " + least + ", but is `" + text + "`.");
    }
}
