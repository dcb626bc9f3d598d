package dev.cairn.processor.name;

import dev.cairn.processor.model.ClassRef;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The names of all that is generated for a flow. Immutable.
 *
 * <p>The sets of reserved names are closed: they follow from what the base classes of generated classes offer. Which of
 * the other names collide, {@link NameClaims} tells.
 *
 * @param flow the flow class
 */
public record GeneratedNames(ClassRef flow) {
    /** Names that neither a step nor an artifact can have: the accessor would hide a method of {@link Object}. */
    public static final Set<String> RESERVED =
            Set.of("clone", "finalize", "getClass", "hashCode", "notify", "notifyAll", "toString", "wait");

    /** Names that no step can have: what a generated run, or the inputs of a join, offer besides their accessors. */
    public static final Set<String> RESERVED_STEPS =
            Set.of("all", "id", "iterator", "latest", "run", "size", "spliterator", "stream", "successful", "tasks");

    /** Names that no artifact can have: what a view, or its builder, offers besides its accessors and setters. */
    public static final Set<String> RESERVED_ARTIFACTS = Set.of("builder", "equals", "task");

    /** Names that no parameter can have: what the builder of a run offers besides its setters. */
    public static final Set<String> RESERVED_PARAMETERS = Set.of(
            "captureOutput",
            "datastore",
            "detached",
            "engine",
            "exclusive",
            "fingerprintPackage",
            "flowFactory",
            "forceResume",
            "isolation",
            "keepGoing",
            "listener",
            "maxIterations",
            "maxWorkers",
            "outputListener",
            "resume",
            "resumeAsync",
            "resumeFrom",
            "retryCaught",
            "runAsync",
            "runId",
            "tag",
            "virtualThreads");

    /** What runs the flow. */
    public ClassRef runner() {
        return topLevel("Runner");
    }

    /** The artifacts: names, views, inputs of joins. */
    public ClassRef artifacts() {
        return topLevel("Artifacts");
    }

    /** A run, past or present. */
    public ClassRef run() {
        return topLevel("Run");
    }

    /** How artifacts are stored. */
    public ClassRef codecs() {
        return topLevel("Codecs");
    }

    /** What {@link java.util.ServiceLoader} finds. */
    public ClassRef provider() {
        return topLevel("Provider");
    }

    /** All classes that have a file of their own. */
    public List<ClassRef> topLevel() {
        return List.of(runner(), artifacts(), run(), codecs(), provider());
    }

    /** The enum of the artifacts. */
    public ClassRef name() {
        return artifacts().nested("Name");
    }

    /** The type of the steps. */
    public ClassRef step() {
        return run().nested("Step");
    }

    /** The view of a finished task of a step. */
    public ClassRef view(String step) {
        return artifacts().nested(capitalised(step));
    }

    /** What the views of the steps that lead into a join have in common; generated if there are several. */
    public ClassRef input(String join) {
        return artifacts().nested(capitalised(join) + "Input");
    }

    /** What a join gets. */
    public ClassRef inputs(String join) {
        return artifacts().nested(capitalised(join) + "Inputs");
    }

    /** The accessor, in a run, of all iterations of a step in a loop. */
    public static String iterations(String step) {
        return step + "Iterations";
    }

    /**
     * The name as that of a constant: {@code bestAccuracy} as {@code BEST_ACCURACY}, {@code modelURL} as {@code
     * MODEL_URL}.
     */
    public static String constant(String name) {
        StringBuilder words = new StringBuilder();
        for (int i = 0; i < name.length(); i++) {
            boolean begins = i > 0 && isUpper(name.charAt(i));
            boolean endsWord = begins && (isLower(name.charAt(i - 1)) || isDigit(name.charAt(i - 1)));
            boolean endsAcronym =
                    begins && isUpper(name.charAt(i - 1)) && i + 1 < name.length() && isLower(name.charAt(i + 1));
            words.append(endsWord || endsAcronym ? "_" : "").append(name.charAt(i));
        }
        return words.toString().toUpperCase(Locale.ROOT);
    }

    private static boolean isUpper(char letter) {
        return letter >= 'A' && letter <= 'Z';
    }

    private static boolean isLower(char letter) {
        return letter >= 'a' && letter <= 'z';
    }

    private static boolean isDigit(char letter) {
        return letter >= '0' && letter <= '9';
    }

    /** The name with its first letter in upper case. */
    public static String capitalised(String name) {
        int first = name.codePointAt(0);
        return Character.toString(Character.toUpperCase(first)) + name.substring(Character.charCount(first));
    }

    private ClassRef topLevel(String suffix) {
        return ClassRef.of(flow.packageName(), String.join("_", flow.simpleNames()) + suffix);
    }
}
