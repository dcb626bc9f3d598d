package dev.cairn.samples.truth;

import dev.cairn.runtime.Failure;
import dev.cairn.samples.truth.PlainInputs.PlainConflict;
import dev.cairn.samples.truth.Sequence.Choice;
import dev.cairn.samples.truth.Sequence.Each;
import dev.cairn.samples.truth.Sequence.Split;
import dev.cairn.samples.truth.Sequence.Stop;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Runs a drawn flow step by step on plain objects, one per branch. Used by one thread, once. */
final class PlainRun {
    private final Class<? extends PlainFlow> type;
    private final FlowSketch sketch;
    private final Map<String, Method> methods = new HashMap<>();
    private final Set<String> artifacts;
    private final PlainFlow given;
    private final boolean flag;
    private final Trace trace = new Trace();

    private PlainRun(Class<? extends PlainFlow> type, FlowSketch sketch, boolean flag) {
        this.type = type;
        this.sketch = sketch;
        this.flag = flag;
        for (Method method : type.getDeclaredMethods()) {
            method.setAccessible(true);
            methods.put(method.getName(), method);
        }
        this.artifacts = sketch.all()
                .filter(Variable::isArtifact)
                .map(Variable::name)
                .collect(Collectors.toCollection(TreeSet::new));
        this.given = Copier.create(type);
    }

    static Trace run(Class<? extends PlainFlow> type, FlowSketch sketch, boolean flag) {
        return new PlainRun(type, sketch, flag).run();
    }

    private Trace run() {
        PlainFlow flow = newFlow();
        sketch.all()
                .filter(variable -> variable.initial() != null)
                .forEach(variable -> flow.existing.add(variable.name()));
        try {
            run(sketch.graph(), flow, "", Map.of());
        } catch (PlainConflict conflict) {
            trace.failure = conflict;
            trace.conflicts.addAll(conflict.artifacts());
        } catch (RuntimeException failure) {
            trace.failure = failure;
        }
        return trace;
    }

    /** A new object, with what was given to the run. */
    private PlainFlow newFlow() {
        PlainFlow flow = Copier.create(type);
        flow.set("flag", flag);
        for (Variable variable : sketch.variables()) {
            if (variable.role() == Variable.Role.PARAMETER) {
                flow.set(variable.name(), new Copier().copy(given.get(variable.name())));
            }
        }
        return flow;
    }

    /** Runs a sequence, and returns the object that leaves it. */
    private PlainFlow run(Sequence sequence, PlainFlow arriving, String indexes, Map<String, Object> items) {
        PlainFlow flow = arriving;
        PlainInputs<PlainFlow> inputs = null;
        List<Stop> stops = sequence.stops();
        for (int i = 0; i < stops.size(); i++) {
            Stop stop = stops.get(i);
            if (stop.step().join) {
                flow = newFlow();
            }
            task(stop.step(), flow, inputs, indexes, items);
            if (stop.fan() instanceof Split split) {
                inputs = new PlainInputs<>(flow, branches(split, flow, indexes, items));
            } else if (stop.fan() instanceof Each each) {
                inputs = new PlainInputs<>(flow, branches(each, flow, indexes, items));
            } else if (stop.fan() instanceof Choice choice) {
                flow = run(flag ? choice.yes() : choice.no(), flow, indexes, items);
            } else if (stop.again() != null && Integer.valueOf(1).equals(flow.get(stop.again()))) {
                i = stop.back() - 1;
            }
        }
        return flow;
    }

    private List<PlainFlow> branches(Split split, PlainFlow flow, String indexes, Map<String, Object> items) {
        List<PlainFlow> ends = new ArrayList<>();
        for (Sequence branch : split.branches()) {
            Copier copier = new Copier();
            PlainFlow own = flow.copy(copier);
            ends.add(run(branch, own, indexes, PlainItems.copy(items, copier)));
        }
        return ends;
    }

    private List<PlainFlow> branches(Each each, PlainFlow flow, String indexes, Map<String, Object> items) {
        List<PlainFlow> ends = new ArrayList<>();
        String over = each.over().name();
        for (int index = 0; index < PlainItems.elements(flow.get(over)).size(); index++) {
            Copier copier = new Copier();
            PlainFlow own = flow.copy(copier);
            Map<String, Object> inner = PlainItems.copy(items, copier);
            inner.put(over, PlainItems.elements(own.get(over)).get(index));
            ends.add(run(each.branch(), own, indexes + "[" + index + "]", inner));
        }
        return ends;
    }

    private void task(
            StepSketch step,
            PlainFlow flow,
            @Nullable PlainInputs<PlainFlow> inputs,
            String indexes,
            Map<String, Object> items) {
        String key = step.name + indexes;
        if (step.retried) {
            try {
                PlainFlow first = flow.copy(new Copier());
                call(
                        step,
                        first,
                        inputs == null ? null : inputs.copy(),
                        new PlainTask(key, trace, first, 0),
                        PlainItems.copy(items, new Copier()));
            } catch (RuntimeException failed) {
                // as it was told to
            }
        }
        try {
            call(step, flow, inputs, new PlainTask(key, trace, flow, 1), items);
            if (step.caught) {
                flow.set("failure", null);
            }
        } catch (RuntimeException failure) {
            if (!step.caught) {
                throw failure;
            }
            if (failure instanceof PlainInputs.PlainConflict conflict) {
                trace.caughtConflicts.put(key, conflict.artifacts());
            }
            flow.set("failure", new Failure("", "", ""));
        }
        trace.assignedEqual.addAll(flow.assignedEqual);
        flow.end(perhapsExisting(step));
        if (inputs != null && step.join) {
            inputs.noteLost(flow);
        }
        Map<String, String> contents = new TreeMap<>();
        sketch.variables().forEach(variable -> contents.put(variable.name(), flow.content(variable.name())));
        trace.leave(key, contents);
    }

    private void call(
            StepSketch step,
            PlainFlow flow,
            @Nullable PlainInputs<PlainFlow> inputs,
            PlainTask task,
            Map<String, Object> items) {
        flow.begin(artifacts);
        List<Object> arguments = new ArrayList<>();
        if (step.join) {
            arguments.add(inputs);
        }
        if (step.item != null) {
            arguments.add(items.get(step.item.of().name()));
        }
        arguments.add(task);
        try {
            methods.get(step.name).invoke(flow, arguments.toArray());
        } catch (InvocationTargetException thrown) {
            throw thrown.getCause() instanceof RuntimeException failure
                    ? failure
                    : new IllegalStateException(thrown.getCause());
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Primitives that a step may assign exist after it; in a join, so does what has an initial value and may be changed in place. */
    private Set<String> perhapsExisting(StepSketch step) {
        Set<String> written = sketch.lines(step).stream()
                .filter(line -> !line.text().contains("mergeInto"))
                .flatMap(line -> line.writes().stream())
                .collect(Collectors.toSet());
        return sketch.all()
                .filter(variable -> variable.isArtifact() && written.contains(variable.name()))
                .filter(variable -> variable.kind().isPrimitive() || step.join && variable.initial() != null)
                .map(Variable::name)
                .collect(Collectors.toSet());
    }

    /** What a field holds that no step has assigned. */
    static Map<String, String> initial(Class<? extends PlainFlow> type, FlowSketch sketch) {
        PlainFlow fresh = Copier.create(type);
        Map<String, String> contents = new TreeMap<>();
        sketch.variables().forEach(variable -> contents.put(variable.name(), fresh.content(variable.name())));
        return contents;
    }
}
