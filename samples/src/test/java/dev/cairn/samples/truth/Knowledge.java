package dev.cairn.samples.truth;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What is known of the values of artifacts at a place of a drawn flow. Used by one thread. */
final class Knowledge {
    /** From the surest to the least sure. */
    enum State {
        /** It exists, and is not null. */
        SET,
        /** It has the value of the initialiser, but does not exist: a join did not merge it. */
        INITIAL,
        /** As {@link #INITIAL}, in the steps after that join. */
        DROPPED,
        /** It exists, and may be null. */
        NULLABLE,
        /** It may not exist. */
        MAYBE,
        ABSENT
    }

    private final Map<String, State> states = new HashMap<>();

    /** At the beginning of a flow. */
    static Knowledge atStart(List<Variable> variables) {
        Knowledge knowledge = new Knowledge();
        variables.forEach(variable -> knowledge.put(variable, variable.initial() == null ? State.ABSENT : State.SET));
        return knowledge;
    }

    /** At the beginning of a join. */
    static Knowledge atJoin(List<Variable> variables) {
        Knowledge knowledge = atStart(variables);
        variables.stream()
                .filter(variable -> variable.isArtifact() && variable.initial() != null)
                .forEach(variable -> knowledge.put(variable, State.INITIAL));
        return knowledge;
    }

    Knowledge copy() {
        Knowledge copy = new Knowledge();
        copy.states.putAll(states);
        return copy;
    }

    void copyInto(Knowledge other) {
        other.states.putAll(states);
    }

    /** What is known where several ways meet. */
    static Knowledge meet(List<Knowledge> ways) {
        Knowledge met = ways.get(0).copy();
        for (Knowledge way : ways) {
            way.states.forEach((name, state) -> met.states.merge(name, state, Knowledge::meet));
        }
        return met;
    }

    private static State meet(State one, State other) {
        if (one == other) {
            return one;
        }
        State less = one.compareTo(other) > 0 ? one : other;
        return less == State.ABSENT ? State.MAYBE : less;
    }

    State of(Variable variable) {
        return states.get(variable.name());
    }

    void put(Variable variable, State state) {
        states.put(variable.name(), state);
    }

    /** Takes note of an assignment, of a value that is not null. */
    void assign(Variable variable, boolean certain) {
        states.merge(variable.name(), State.SET, (old, now) -> certain ? now : meet(old, now));
    }

    /** Whether it can be read, and is not null. */
    boolean isUsable(Variable variable) {
        State state = of(variable);
        return state == State.SET || state == State.INITIAL;
    }

    /** Whether an accessor can be called for it. */
    boolean exists(Variable variable) {
        State state = of(variable);
        return state == State.SET || state == State.NULLABLE;
    }
}
