package dev.cairn.processor.rule.code;

import dev.cairn.processor.model.FlowBodies;
import dev.cairn.processor.model.FlowSource;
import dev.cairn.processor.model.SecretUse;
import dev.cairn.processor.report.Problem;
import dev.cairn.processor.rule.common.BodyRule;
import dev.cairn.processor.rule.common.Text;
import java.util.List;

/**
 * The value of a secret parameter does not get into an artifact. Assigned itself it does, even if another value follows: if the step
 * fails in between, what was assigned is kept. What is made of it, and what a method gives back, is only likely to hold it.
 */
final class SecretValueRule implements BodyRule {
    static final String ID = "secret-value";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public Spoils spoils() {
        return Spoils.NOTHING;
    }

    @Override
    public List<Problem> check(FlowSource source, FlowBodies bodies) {
        return bodies.secrets().stream().map(SecretValueRule::problem).toList();
    }

    private static Problem problem(SecretUse use) {
        String headline = "artifact " + Text.quoted(use.artifact())
                + (use.certain() ? " is assigned" : " gets a value that may contain") + " the secret parameter "
                + Text.quoted(use.secret()) + ", and would be stored as plain text";
        Problem problem = use.certain()
                ? Problem.error(ID, use.position(), headline)
                : Problem.warning(ID, use.position(), headline);
        return problem.fix("keep it in a local variable or a transient field, which are not stored.");
    }
}
