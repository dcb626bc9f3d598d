package dev.cairn.processor.read;

import dev.cairn.processor.model.Given;
import dev.cairn.processor.model.TransitionModel;
import dev.cairn.processor.model.TransitionModel.Target;
import java.util.List;
import java.util.Set;

/**
 * Reads from {@code @Step} where a flow goes on. Of an annotation that says several things at once, which a rule reports, the
 * last of this order holds: steps, foreach, switch.
 */
final class TransitionReader {
    private static final Set<String> SWITCH = Set.of("switchOn", "cases", "otherwise");

    private TransitionReader() {}

    static TransitionModel read(Annotation step) {
        List<Target> targets =
                step.strings("next").stream().map(TransitionReader::target).toList();
        if (step.given().keySet().stream().anyMatch(SWITCH::contains)) {
            return switchOf(step);
        } else if (step.given().containsKey("foreach")) {
            Given<String> artifact = step.string("foreach");
            return new TransitionModel.Foreach(targets, artifact.value(), artifact.position());
        }
        return switch (targets.size()) {
            case 0 -> new TransitionModel.End();
            case 1 -> new TransitionModel.Linear(targets.get(0));
            default -> new TransitionModel.Split(targets);
        };
    }

    /**
     * Where a flow goes on by an annotation with an element that does not exist, a misspelt {@code next} maybe: as the compiler
     * shows a constant that does not exist, so that no rule adds to what the compiler says.
     */
    static TransitionModel unknown(Annotation step) {
        return new TransitionModel.Linear(new Target("<error>", step.position()));
    }

    private static TransitionModel.Switch switchOf(Annotation step) {
        Given<String> artifact = step.string("switchOn");
        Given<String> otherwise = step.string("otherwise");
        return new TransitionModel.Switch(
                artifact.value(),
                artifact.position(),
                step.annotations("cases").stream().map(TransitionReader::caseOf).toList(),
                step.given().containsKey("otherwise") ? List.of(target(otherwise)) : List.of(),
                step.integer("maxIterations").value());
    }

    private static TransitionModel.Switch.Case caseOf(Annotation annotation) {
        Given<String> value = annotation.string("value");
        return new TransitionModel.Switch.Case(value.value(), value.position(), target(annotation.string("next")));
    }

    private static Target target(Given<String> step) {
        return new Target(step.value(), step.position());
    }
}
