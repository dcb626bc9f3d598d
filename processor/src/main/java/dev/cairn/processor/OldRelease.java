package dev.cairn.processor;

import dev.cairn.processor.model.ClassRef;
import dev.cairn.processor.model.FlowModel;
import dev.cairn.processor.name.GeneratedNames;
import dev.cairn.processor.report.Nowhere;
import dev.cairn.processor.report.Problem;
import dev.cairn.processor.write.source.GeneratedFile;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.SourceVersion;

/**
 * A release of Java that has neither records nor sealed types, which generated code needs. What the source of a flow names of it is
 * there nevertheless, so that the compiler does not add messages of its own.
 */
final class OldRelease {
    private static final String ID = "release";
    private static final int OLDEST = 17;

    private OldRelease() {}

    /** That the sources are compiled for a release that is too old, if they are. */
    static Optional<Problem> problem(SourceVersion version) {
        return version.ordinal() >= OLDEST
                ? Optional.empty()
                : Optional.of(Problem.error(
                                ID,
                                Nowhere.COMPILATION,
                                "flows need Java " + OLDEST + ", but are compiled for Java " + version.ordinal())
                        .fix("compile with `--release " + OLDEST + "`, or a newer release."));
    }

    /** The types that the methods of a flow may name, without anything in them. */
    static GeneratedFile placeholder(FlowModel flow) {
        GeneratedNames names = new GeneratedNames(flow.flowClass());
        String packageName = flow.flowClass().packageName();
        String nested = Stream.concat(
                        Stream.of(names.name()),
                        flow.steps().stream()
                                .flatMap(step -> Stream.of(
                                        names.view(step.name()), names.input(step.name()), names.inputs(step.name()))))
                .map(ClassRef::simpleName)
                .distinct()
                .map(name -> "    static class " + name + " {}\n")
                .collect(Collectors.joining());
        return new GeneratedFile(
                names.artifacts(),
                (packageName.isEmpty() ? "" : "package " + packageName + ";\n\n") + "class "
                        + names.artifacts().simpleName() + " {\n" + nested + "}\n");
    }
}
