package dev.cairn.processor.rule.type;

import dev.cairn.processor.model.ArtifactModel;
import dev.cairn.processor.model.ArtifactModel.Kind;
import dev.cairn.processor.model.FlowSource;
import dev.cairn.processor.report.Problem;
import dev.cairn.processor.rule.common.SourceRule;
import dev.cairn.processor.rule.common.Text;
import java.util.List;
import java.util.Optional;

/** Every parameter can be read from text, for the command line. */
final class ParameterTypeRule implements SourceRule {
    static final String ID = "parameter-type";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public Spoils spoils() {
        return Spoils.NOTHING;
    }

    @Override
    public List<Problem> check(FlowSource source) {
        ReadableTypes readable = new ReadableTypes(source.flow().definitions());
        return source.flow().artifacts().stream()
                .filter(artifact -> artifact.kind() == Kind.PARAMETER)
                .flatMap(parameter -> check(parameter, readable).stream())
                .toList();
    }

    private static Optional<Problem> check(ArtifactModel parameter, ReadableTypes readable) {
        return readable.obstacle(parameter.stored()).map(type -> {
            String obstacle = type.equals(parameter.type()) ? "" : ", because of `" + type + "`";
            String headline = "parameter " + Text.quoted(parameter.name()) + " of type `" + parameter.type()
                    + "` cannot be read from text" + obstacle;
            return Problem.error(ID, parameter.position(), headline)
                    .fix(
                            "build it from numbers, strings, enums, dates, paths, records, lists and maps, and convert it in a step.");
        });
    }
}
