package dev.cairn.processor.rule.declaration;

import dev.cairn.processor.model.FlowSource;
import dev.cairn.processor.report.Problem;
import dev.cairn.processor.rule.common.Erroneous;
import dev.cairn.processor.rule.common.SourceRule;
import dev.cairn.processor.rule.common.Text;
import java.util.List;

/** The name of a flow can be part of a path, as in {@code MyFlow/123/start}. */
final class FlowNameRule implements SourceRule {
    static final String ID = "flow-name";

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
        String name = source.flow().name();
        return name.matches("[\\p{L}_$][\\p{L}\\p{N}_$.-]*") || Erroneous.is(name)
                ? List.of()
                : List.of(Problem.error(
                                ID, source.flow().position(), Text.quoted(name) + " cannot be used as a flow name")
                        .fix("use a letter, and then letters, digits, dots, hyphens and underscores."));
    }
}
