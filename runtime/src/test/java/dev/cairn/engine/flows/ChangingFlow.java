package dev.cairn.engine.flows;

import dev.cairn.codec.Codecs;
import dev.cairn.runtime.TaskArguments;
import dev.cairn.runtime.definition.Access;
import dev.cairn.runtime.definition.ArtifactDefinition;
import dev.cairn.runtime.definition.FlowDefinition;
import dev.cairn.runtime.definition.FlowHeader;
import dev.cairn.runtime.definition.StepDefinition;
import dev.cairn.runtime.internal.CairnVersion;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A random flow with two parameters, which some of its steps read, and with code that changes: what a step computes depends on the version of
 * its code, and on the parameters that it reads. Not thread-safe, but for its steps.
 */
final class ChangingFlow extends FlowDefinition<ChangingFlow.Instance> {
    static final List<String> PARAMETERS = List.of("p0", "p1");

    private final TestFlow<RandomFlow.State> flow;
    private final Map<String, Set<String>> reads;
    private final Map<String, Integer> versions = new HashMap<>();
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

    private ChangingFlow(TestFlow<RandomFlow.State> flow, Map<String, Set<String>> reads) {
        super(
                FlowHeader.of(CairnVersion.current(), flow.name(), Instance.class),
                Stream.concat(
                                flow.artifacts().stream(),
                                PARAMETERS.stream()
                                        .map(name -> ArtifactDefinition.parameter(name, "long", Codecs.LONG)))
                        .toList(),
                flow.steps().stream()
                        .map(step -> withReads(step, reads.getOrDefault(step.name(), Set.of())))
                        .toList());
        this.flow = flow;
        this.reads = reads;
    }

    /** Lets steps of a flow read parameters. */
    static ChangingFlow of(TestFlow<RandomFlow.State> flow, Random random) {
        Map<String, Set<String>> reads = new HashMap<>();
        for (StepDefinition step : flow.steps()) {
            if (random.nextInt(4) == 0) {
                reads.put(step.name(), Set.of(PARAMETERS.get(random.nextInt(PARAMETERS.size()))));
            }
        }
        return new ChangingFlow(flow, reads);
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
    public void call(Instance instance, int step, TaskArguments task) throws Exception {
        hook.before(task.context().taskId());
        flow.call(instance.state, step, task);
        String name = steps().get(step).name();
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
