package dev.cairn.engine.flows;

import dev.cairn.codec.Codecs;
import dev.cairn.runtime.TaskArguments;
import dev.cairn.runtime.TaskArtifacts;
import dev.cairn.runtime.TaskView;
import dev.cairn.runtime.definition.Access;
import dev.cairn.runtime.definition.ArtifactDefinition;
import dev.cairn.runtime.definition.FlowDefinition;
import dev.cairn.runtime.definition.FlowHeader;
import dev.cairn.runtime.definition.StepDefinition;
import dev.cairn.runtime.definition.Transition;
import dev.cairn.runtime.internal.CairnVersion;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A random flow with two parameters, which some of its steps read, and with code and a graph that change: what a step computes depends on
 * the version of its code, and on the parameters that it reads; behind steps that one step follows, others come and go. Not thread-safe,
 * but for its steps.
 */
final class ChangingFlow extends FlowDefinition<ChangingFlow.Instance> {
    static final List<String> PARAMETERS = List.of("p0", "p1");

    private static final String ADDED = "after_";

    private final TestFlow<RandomFlow.State> flow;
    private final Map<String, Set<String>> reads;
    private final Map<String, Integer> versions;
    private final Set<String> followed;
    private volatile Hook hook = task -> {};

    /** The flow class. */
    static final class Instance {
        final RandomFlow.State state;
        final long[] parameters = {1, 1};

        Instance(RandomFlow.State state) {
            this.state = state;
        }
    }

    /** Is called before a step runs. */
    @FunctionalInterface
    interface Hook {
        void before(String task);
    }

    private ChangingFlow(
            TestFlow<RandomFlow.State> flow,
            Map<String, Set<String>> reads,
            Map<String, Integer> versions,
            Set<String> followed) {
        super(
                FlowHeader.of(CairnVersion.current(), flow.name(), Instance.class),
                Stream.concat(
                                flow.artifacts().stream(),
                                PARAMETERS.stream()
                                        .map(name -> ArtifactDefinition.parameter(name, "long", Codecs.LONG)))
                        .toList(),
                flow.steps().stream()
                        .map(step -> withReads(step, reads.getOrDefault(step.name(), Set.of())))
                        .flatMap(step -> followed.contains(step.name()) ? followed(step) : Stream.of(step))
                        .toList());
        this.flow = flow;
        this.reads = reads;
        this.versions = versions;
        this.followed = followed;
    }

    /** A step, and another one between it and what follows it. */
    private static Stream<StepDefinition> followed(StepDefinition step) {
        String added = ADDED + step.name();
        StepDefinition first = new StepDefinition(
                step.name(),
                new Transition.Linear(added),
                step.joins(),
                step.access(),
                step.maxParallel(),
                step.documentation(),
                step.retries(),
                step.timeout(),
                step.caughtIn(),
                step.version(),
                step.resources());
        StepDefinition second =
                StepDefinition.linear(added, step.transition().targets().get(0));
        return Stream.of(
                first,
                step.access().unanalysed()
                        ? second
                        : second.access(Access.nothing().reads("value").mustAssign("value")));
    }

    private static List<String> linear(TestFlow<?> flow) {
        return flow.steps().stream()
                .filter(step -> step.transition() instanceof Transition.Linear)
                .map(StepDefinition::name)
                .toList();
    }

    /** The flow with another step behind a random one, or without it if it has one there. */
    ChangingFlow withOtherGraph(Random random) {
        List<String> linear = linear(flow);
        Set<String> other = new HashSet<>(followed);
        String step = linear.get(random.nextInt(linear.size()));
        if (!other.remove(step)) {
            other.add(step);
        }
        return new ChangingFlow(flow, reads, versions, Set.copyOf(other));
    }

    /** Lets steps of a flow read parameters. */
    static ChangingFlow of(TestFlow<RandomFlow.State> flow, Random random) {
        Map<String, Set<String>> reads = new HashMap<>();
        for (StepDefinition step : flow.steps()) {
            if (random.nextInt(4) == 0) {
                reads.put(step.name(), Set.of(PARAMETERS.get(random.nextInt(PARAMETERS.size()))));
            }
        }
        Set<String> followed = new LinkedHashSet<>(linear(flow));
        followed.removeIf(step -> random.nextInt(3) > 0);
        return new ChangingFlow(flow, reads, new HashMap<>(), Set.copyOf(followed));
    }

    private static StepDefinition withReads(StepDefinition step, Set<String> parameters) {
        Access access = step.access();
        if (step.name().equals("start")) {
            access = Access.nothing().mustAssign("value"); // the flow says nothing of it
        } else if (access.unanalysed()) {
            return step;
        }
        List<String> all = new ArrayList<>(access.reads());
        all.addAll(parameters);
        return step.access(access.reads(all.toArray(String[]::new)));
    }

    /** Sets what is called before each step. */
    void hook(Hook newHook) {
        hook = newHook;
    }

    void changeCode(String step) {
        versions.merge(step, 1, Integer::sum);
    }

    /** The code of all steps, as texts. */
    Map<String, String> code() {
        Map<String, String> code = new HashMap<>();
        steps().forEach(step -> code.put(step.name(), "version " + versions.getOrDefault(step.name(), 0)));
        return code;
    }

    /** Whether a step may read a parameter, as far as anybody knows. */
    boolean mayRead(String step, String parameter) {
        return step(step).access().unanalysed()
                || reads.getOrDefault(step, Set.of()).contains(parameter);
    }

    @Override
    public Instance newFlow() {
        return new Instance(flow.newFlow());
    }

    @Override
    public TaskView<?> view(int step, TaskArtifacts artifacts) {
        return flow.view(flow.stepIndex(steps().get(step).name()), artifacts);
    }

    @Override
    public void call(Instance instance, int step, TaskArguments task) throws Exception {
        hook.before(task.context().taskId());
        String name = steps().get(step).name();
        if (!name.startsWith(ADDED)) {
            flow.call(instance.state, flow.stepIndex(name), task);
        }
        for (String parameter : reads.getOrDefault(name, Set.of())) {
            instance.state.value =
                    Computation.mix(instance.state.value, instance.parameters[PARAMETERS.indexOf(parameter)]);
        }
        instance.state.value = Computation.mix(instance.state.value, versions.getOrDefault(name, 0));
    }

    @Override
    public @Nullable Object get(Instance instance, int artifact) {
        int parameter = artifact - flow.artifacts().size();
        return parameter < 0 ? flow.get(instance.state, artifact) : (Object) instance.parameters[parameter];
    }

    @Override
    public void set(Instance instance, int artifact, @Nullable Object value) {
        int parameter = artifact - flow.artifacts().size();
        if (parameter < 0) {
            flow.set(instance.state, artifact, value);
        } else {
            instance.parameters[parameter] = (Long) value;
        }
    }
}
