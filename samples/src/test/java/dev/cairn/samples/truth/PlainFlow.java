package dev.cairn.samples.truth;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A drawn flow as a plain class: its fields keep what steps do, until a branch or a join makes another object. Used by one thread. */
public abstract class PlainFlow {
    /** Artifacts that exist. */
    final Set<String> existing = new HashSet<>();

    /** Artifacts with their initial value, where a join did not pass on another that branches held. */
    final Set<String> lost = new HashSet<>();

    /** What was assigned to it is what it had, when a merge asked for it. */
    final Set<String> assignedEqual = new HashSet<>();

    private final Set<String> assigned = new HashSet<>();
    private final Set<String> merged = new HashSet<>();
    private final Map<String, String> before = new HashMap<>();
    private Set<String> artifacts = Set.of();

    /** For subclasses. */
    protected PlainFlow() {}

    /** Notes that the step assigned an artifact. */
    protected void assigned(String artifact) {
        assigned.add(artifact);
        lost.remove(artifact);
    }

    /** What a step takes over from an item or an input is its own. */
    protected static <T> T own(T value) {
        return new Copier().copy(value);
    }

    /** Starts a step. */
    void begin(Set<String> all) {
        artifacts = all;
        assigned.clear();
        merged.clear();
        before.clear();
        all.forEach(artifact -> before.put(artifact, content(artifact)));
    }

    /** Ends a step, of which {@code perhaps} tells what may exist for that it may have been assigned. */
    void end(Set<String> perhaps) {
        existing.addAll(perhaps);
        existing.addAll(assigned);
        artifacts.stream().filter(this::isChanged).forEach(existing::add);
    }

    /** A merge asks whether it has to keep what an artifact holds. */
    boolean isSetBeforeMerge(String artifact) {
        if (assigned.contains(artifact) && !merged.contains(artifact) && !isChanged(artifact)) {
            assignedEqual.add(artifact);
        }
        return isSet(artifact);
    }

    /** Whether a merge has to keep what an artifact holds. */
    boolean isSet(String artifact) {
        return assigned.contains(artifact) || merged.contains(artifact) || isChanged(artifact);
    }

    private boolean isChanged(String artifact) {
        return !content(artifact).equals(before.get(artifact));
    }

    Set<String> artifacts() {
        return artifacts;
    }

    void merge(String artifact, PlainFlow from, Copier copier) {
        set(artifact, copier.copy(from.get(artifact)));
        merged.add(artifact);
        existing.add(artifact);
        if (from.lost.contains(artifact)) {
            lost.add(artifact);
        }
    }

    String content(String artifact) {
        return Content.of(get(artifact));
    }

    @Nullable
    Object get(String field) {
        try {
            var found = getClass().getDeclaredField(field);
            found.setAccessible(true);
            return found.get(this);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    void set(String field, @Nullable Object value) {
        try {
            var found = getClass().getDeclaredField(field);
            found.setAccessible(true);
            found.set(this, value);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A branch's own object. */
    PlainFlow copy(Copier copier) {
        PlainFlow copy = Copier.create(getClass());
        Content.fields(getClass()).forEach(field -> Content.set(field, copy, copier.copy(Content.get(field, this))));
        copy.existing.addAll(existing);
        copy.lost.addAll(lost);
        copy.artifacts = artifacts;
        return copy;
    }
}
