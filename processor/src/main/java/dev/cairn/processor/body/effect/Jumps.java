package dev.cairn.processor.body.effect;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where {@code break}, {@code continue}, {@code yield} and {@code return} lead. Mutable, used by one walk. */
public final class Jumps {
    /** The paths to jump. An exception is none: its handlers take it to come from anywhere. */
    public enum Kind {
        BREAK,
        CONTINUE,
        YIELD,
        RETURN
    }

    /** A jump; {@code label} is null if it names none. */
    public record Jump(Kind kind, @Nullable String label) {}

    /** What a jump can lead to, or pass. */
    abstract static class Target {
        private Target() {}

        /** Takes a jump, or lets it pass. */
        abstract boolean take(Jump jump, FlowState state);
    }

    /** What jumps lead to. */
    public static final class Landing extends Target {
        private final boolean isSwitch;
        private final Set<Kind> kinds;
        private final Set<String> breakLabels;
        private final Set<String> continueLabels;
        private final Map<Kind, FlowState> arrived = new EnumMap<>(Kind.class);
        private boolean isLeft;
        private boolean isPerhapsLeft;

        private Landing(Set<Kind> kinds, Set<String> breakLabels, Set<String> continueLabels, boolean isSwitch) {
            this.isSwitch = isSwitch;
            this.kinds = kinds;
            this.breakLabels = breakLabels;
            this.continueLabels = continueLabels;
        }

        @Override
        boolean take(Jump jump, FlowState state) {
            if (lands(jump)) {
                arrived.merge(jump.kind(), state, FlowState::meet);
                return true;
            }
            return false;
        }

        private boolean lands(Jump jump) {
            return jump.label() == null
                    ? kinds.contains(jump.kind())
                    : (jump.kind() == Kind.BREAK ? breakLabels : continueLabels).contains(jump.label());
        }

        /** The state in which jumps arrive, null if there was none; given once. */
        @Nullable
        public FlowState arrived(Kind kind) {
            return arrived.remove(kind);
        }

        /** Whether a reachable {@code break} leads here. */
        public boolean isLeft() {
            return isLeft;
        }

        /** Whether one leads to a switch in it, or to something around it: some compilers take that to lead here, too. */
        public boolean isPerhapsLeft() {
            return isPerhapsLeft;
        }
    }

    /** A {@code finally}: jumps go through it first. */
    public static final class Detour extends Target {
        private final List<Map.Entry<Jump, FlowState>> waiting = new ArrayList<>();

        private Detour() {}

        @Override
        boolean take(Jump jump, FlowState state) {
            waiting.add(Map.entry(jump, state));
            return true;
        }
    }

    private final Deque<Target> targets = new ArrayDeque<>();

    /** Enters a method or lambda. */
    public Landing enterMethod() {
        return enter(new Landing(Set.of(Kind.RETURN), Set.of(), Set.of(), false));
    }

    /** Enters a loop that has these labels. */
    public Landing enterLoop(Set<String> labels) {
        return enter(new Landing(Set.of(Kind.BREAK, Kind.CONTINUE), Set.of(), labels, false));
    }

    /** Enters a switch statement. */
    public Landing enterSwitch() {
        return enter(new Landing(Set.of(Kind.BREAK), Set.of(), Set.of(), true));
    }

    /** Enters a switch expression. */
    public Landing enterSwitchExpression() {
        return enter(new Landing(Set.of(Kind.YIELD), Set.of(), Set.of(), false));
    }

    /** Enters a labelled statement. */
    public Landing enterLabelled(Set<String> labels) {
        return enter(new Landing(Set.of(), labels, Set.of(), false));
    }

    /** Enters what a {@code finally} guards. */
    public Detour enterFinally() {
        return enter(new Detour());
    }

    private <T extends Target> T enter(T target) {
        targets.push(target);
        return target;
    }

    /** Leaves what was entered last. */
    public void leave() {
        targets.pop();
    }

    /** Jumps; one that leads nowhere is an error of the program and ends here. */
    public void jump(Jump jump, FlowState state) {
        if (jump.kind() == Kind.BREAK && state.reachable()) {
            markLeft(jump);
        }
        for (Target target : targets) {
            if (target.take(jump, state)) {
                return;
            }
        }
    }

    private void markLeft(Jump jump) {
        boolean arrived = false;
        for (Target target : targets) {
            if (target instanceof Landing landing) {
                landing.isPerhapsLeft = true;
                if (!arrived && landing.lands(jump)) {
                    landing.isLeft = true;
                    if (!landing.isSwitch) {
                        return;
                    }
                    arrived = true;
                }
            }
        }
    }

    /** Goes on with the jumps that a {@code finally} has held, from the state that it ends in. */
    public void resume(Detour detour, FlowState end) {
        if (end.reachable()) {
            detour.waiting.forEach(jump -> {
                jump.getValue().add(end);
                if (end.impossible()) {
                    jump.getValue().stop();
                }
                jump(jump.getKey(), jump.getValue());
            });
        }
    }
}
