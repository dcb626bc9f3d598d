package dev.cairn.engine.fingerprint;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which class files of a folder or jar are entered: all but Cairn's and what it generated; where a jar holds libraries too, only those
 * in the packages of the flow. Immutable.
 */
record EnteredClasses(CairnClasses cairn, boolean shaded, Set<String> packages) {
    private static final String SHADED = "dev/cairn/runtime/FlowMain";

    /**
     * Those of the folder or jar that has the flow.
     *
     * @param flow the internal name of the flow
     * @param packages prefixes of more packages, with dots, that are entered in a jar that holds libraries too
     */
    static EnteredClasses of(CodeLocation location, Map<String, byte[]> all, String flow, Set<String> packages) {
        return new EnteredClasses(
                CairnClasses.among(all.keySet()),
                location.isJar() && all.containsKey(SHADED),
                Stream.concat(Stream.of(firstTwo(flow)), packages.stream().map(each -> each.replace('.', '/') + "/"))
                        .collect(Collectors.toUnmodifiableSet()));
    }

    private static String firstTwo(String flow) {
        String[] parts = flow.split("/", -1);
        return switch (parts.length) {
            case 1 -> "";
            case 2 -> parts[0] + "/";
            default -> parts[0] + "/" + parts[1] + "/";
        };
    }

    boolean contains(String internalName) {
        return !CairnClasses.isCairn(internalName)
                && !cairn.isGenerated(internalName)
                && (!shaded || packages.stream().anyMatch(internalName::startsWith));
    }

    /** Whether it is the code of a library that the jar of the flow holds too. */
    boolean isShadedLibrary(String internalName) {
        return !CairnClasses.isCairn(internalName) && !cairn.isGenerated(internalName) && !contains(internalName);
    }
}
