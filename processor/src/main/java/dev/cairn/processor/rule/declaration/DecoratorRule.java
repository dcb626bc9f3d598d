package dev.cairn.processor.rule.declaration;

import dev.cairn.processor.model.DecoratorsModel.Resources;
import dev.cairn.processor.model.DecoratorsModel.Retry;
import dev.cairn.processor.model.FlowSource;
import dev.cairn.processor.model.Given;
import dev.cairn.processor.model.StepSource;
import dev.cairn.processor.model.TransitionModel;
import dev.cairn.processor.report.Problem;
import dev.cairn.processor.rule.common.Erroneous;
import dev.cairn.processor.rule.common.SourceRule;
import dev.cairn.processor.rule.common.Text;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The numbers and durations of {@code @Retry}, {@code @Timeout}, {@code @Resources} and {@code @Step} make sense. */
final class DecoratorRule implements SourceRule {
    static final String ID = "decorator";

    /** As the option {@code -Xmx} of the virtual machine takes it. */
    private static final Pattern MEMORY = Pattern.compile("[1-9][0-9]{0,8}[kmgtKMGT]");

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
        List<Problem> problems = new ArrayList<>();
        for (StepSource step : source.steps()) {
            step.decorators().retry().ifPresent(retry -> check(retry, problems));
            step.decorators().timeout().ifPresent(timeout -> checkTimeout(timeout, problems));
            step.decorators().resources().ifPresent(resources -> check(resources, problems));
            atLeast("maxParallel", step.decorators().maxParallel(), 0, problems);
            if (step.step().transition() instanceof TransitionModel.Switch switching
                    && step.given().containsKey("maxIterations")) {
                atLeast(
                        "maxIterations",
                        new Given<>(switching.maxIterations(), step.given().get("maxIterations")),
                        1,
                        problems);
            }
        }
        return problems;
    }

    private static void check(Retry retry, List<Problem> problems) {
        atLeast("times", retry.times(), 0, problems);
        duration("delay", retry.delay(), problems);
        atLeast("backoff", retry.backoff(), 1, problems);
        if (!retry.maxDelay().value().isEmpty()) {
            duration("maxDelay", retry.maxDelay(), problems);
        }
    }

    private static void checkTimeout(Given<String> timeout, List<Problem> problems) {
        duration("@Timeout", timeout, problems);
        if (DurationText.read(timeout.value()).filter(Duration::isZero).isPresent()) {
            String headline = "`@Timeout` is \"" + timeout.value() + "\", so the step has no time to run";
            problems.add(Problem.error(ID, timeout.position(), headline).fix("write a longer duration."));
        }
    }

    private static void check(Resources resources, List<Problem> problems) {
        atLeast("cpu", resources.cpu(), 0, problems);
        checkMemory(resources.memory(), problems);
        atLeast("gpu", resources.gpu(), 0, problems);
    }

    private static void checkMemory(Given<String> memory, List<Problem> problems) {
        String text = memory.value();
        if (!text.isEmpty() && !MEMORY.matcher(text).matches() && !Erroneous.is(text)) {
            String headline = "`memory` is \"" + text + "\", which is not an amount of memory";
            problems.add(Problem.error(ID, memory.position(), headline)
                    .fix("write a number and one of the units k, m, g and t, such as `512m` or `2g`."));
        }
    }

    private static void atLeast(String element, Given<? extends Number> number, int least, List<Problem> problems) {
        if (!(number.value().doubleValue() >= least)) {
            String headline = Text.quoted(element) + " is " + number.value() + ", but must be at least " + least;
            problems.add(Problem.error(ID, number.position(), headline).fix("write a larger number."));
        }
    }

    private static void duration(String element, Given<String> text, List<Problem> problems) {
        if (DurationText.read(text.value()).isEmpty() && !Erroneous.is(text.value())) {
            String headline = Text.quoted(element) + " is \"" + text.value() + "\", which is not a duration";
            problems.add(Problem.error(ID, text.position(), headline)
                    .fix("write an ISO-8601 duration, such as `PT1.5S`, `PT5M` or `P1D`."));
        }
    }
}
