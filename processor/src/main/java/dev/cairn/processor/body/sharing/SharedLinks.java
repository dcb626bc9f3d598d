package dev.cairn.processor.body.sharing;

import dev.cairn.processor.body.effect.Place;
import dev.cairn.processor.model.SharedValue.Relation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What variables have in common at a place of a body, on some path that leads there. Variables are numbers: those of the fields, and
 * above them those of local variables. Mutable, used by one walk.
 */
public final class SharedLinks {
    /** More than any code that a person reads; what is beyond is not told. */
    private static final int MOST = 256;

    /**
     * Two variables with something in common.
     *
     * @param relation what {@code one} is to {@code other}
     * @param frozen whether it is a collection that cannot be changed
     * @param place where it came about
     */
    public record Link(int one, int other, Relation relation, boolean frozen, Place place) {
        boolean touches(int variable) {
            return one == variable || other == variable;
        }
    }

    /** What the value of an expression is to a variable. */
    record Origin(int variable, Relation relation) {
        Origin as(Relation outer) {
            return outer == Relation.SAME ? this : new Origin(variable, outer);
        }
    }

    private final Set<Link> links;
    private final Set<Integer> frozen;
    private boolean impossible;

    private SharedLinks(Set<Link> links, Set<Integer> frozen, boolean impossible) {
        this.links = links;
        this.frozen = frozen;
        this.impossible = impossible;
    }

    /** Where a method starts. */
    static SharedLinks start() {
        return new SharedLinks(new LinkedHashSet<>(), new HashSet<>(), false);
    }

    /** Where no path leads. */
    static SharedLinks nowhere() {
        return new SharedLinks(new LinkedHashSet<>(), new HashSet<>(), true);
    }

    SharedLinks copy() {
        return new SharedLinks(new LinkedHashSet<>(links), new HashSet<>(frozen), impossible);
    }

    /** Another path leads here too. */
    void meet(SharedLinks other) {
        if (other.impossible) {
            return;
        }
        if (impossible) {
            leave();
            frozen.addAll(other.frozen);
            impossible = false;
        } else {
            frozen.retainAll(other.frozen);
        }
        other.links.forEach(this::add);
    }

    /** A jump: what follows is not reached from here. */
    void leave() {
        links.clear();
        frozen.clear();
        impossible = true;
    }

    List<Link> links() {
        return List.copyOf(links);
    }

    /** Whether the value of a variable is a collection that cannot be changed. */
    boolean isFrozen(int variable) {
        return frozen.contains(variable);
    }

    /** A variable gets a value, which comes from elsewhere. */
    void assign(int variable, List<Origin> origins, boolean isFrozen, Place place) {
        List<Link> added = new ArrayList<>();
        for (Origin origin : origins) {
            boolean unchangeable = isFrozen || frozen.contains(origin.variable());
            if (origin.variable() != variable) {
                added.add(new Link(variable, origin.variable(), origin.relation(), unchangeable, place));
            }
            for (Link link : links) {
                Link further =
                        link.touches(origin.variable()) ? through(variable, origin, link, unchangeable, place) : null;
                if (further != null && further.one() != further.other()) {
                    added.add(further);
                }
            }
        }
        forget(variable);
        added.forEach(this::add);
        if (isFrozen || !origins.isEmpty() && origins.stream().allMatch(this::isFrozen)) {
            frozen.add(variable);
        }
    }

    private boolean isFrozen(Origin origin) {
        return origin.relation() == Relation.SAME && frozen.contains(origin.variable());
    }

    /** What follows for a new value of a link of what it comes from. */
    private static @Nullable Link through(int variable, Origin origin, Link link, boolean frozen, Place place) {
        Relation outer = origin.relation();
        if (link.one() == origin.variable()) {
            if (link.relation() == Relation.COMMON_ELEMENT) {
                return outer == Relation.ELEMENT
                        ? null
                        : new Link(variable, link.other(), Relation.COMMON_ELEMENT, false, place);
            }
            Relation relation = outer == Relation.SAME ? link.relation() : outer;
            return new Link(variable, link.other(), relation, frozen || link.frozen(), place);
        }
        // what it comes from is the other side: two views of one collection, or two of its elements, need have nothing
        // in common
        return switch (link.relation()) {
            case SAME -> new Link(variable, link.one(), outer, frozen || link.frozen(), place);
            case VIEW ->
                outer == Relation.SAME
                        ? new Link(link.one(), variable, Relation.VIEW, frozen || link.frozen(), place)
                        : null;
            case ELEMENT ->
                outer == Relation.SAME ? new Link(link.one(), variable, Relation.ELEMENT, false, place) : null;
            case COMMON_ELEMENT ->
                outer == Relation.ELEMENT
                        ? null
                        : new Link(variable, link.one(), Relation.COMMON_ELEMENT, false, place);
        };
    }

    /** A value is put into a collection. */
    void put(int collection, List<Origin> values, Place place) {
        List<Link> added = new ArrayList<>();
        for (Origin value : values) {
            added.add(held(collection, value, place));
            for (Link link : links) {
                if (link.touches(value.variable()) && !link.touches(collection)) {
                    held(collection, value, link, place, added);
                }
            }
        }
        added.stream().filter(link -> link.one() != link.other()).forEach(this::add);
    }

    private static Link held(int collection, Origin value, Place place) {
        return value.relation() == Relation.SAME
                ? new Link(value.variable(), collection, Relation.ELEMENT, false, place)
                : new Link(collection, value.variable(), Relation.COMMON_ELEMENT, false, place);
    }

    /** What follows for a collection of a link of what is put into it. */
    private static void held(int collection, Origin value, Link link, Place place, List<Link> added) {
        int third = link.one() == value.variable() ? link.other() : link.one();
        if (link.relation() == Relation.SAME) {
            added.add(held(collection, new Origin(third, value.relation()), place));
        } else if (link.relation() == Relation.ELEMENT
                && link.one() == value.variable()
                && value.relation() == Relation.SAME) {
            added.add(new Link(collection, third, Relation.COMMON_ELEMENT, false, place));
        }
    }

    /** A variable gets a value that has nothing to do with others, or goes out of sight. */
    void forget(int variable) {
        links.removeIf(link -> link.touches(variable));
        frozen.remove(variable);
    }

    private void add(Link link) {
        if (links.size() < MOST && links.stream().noneMatch(known -> says(known, link))) {
            links.add(link);
        }
    }

    private static boolean says(Link known, Link link) {
        return known.relation() == link.relation()
                && known.touches(link.one())
                && known.touches(link.other())
                && (known.one() == link.one() || isMutual(known.relation()));
    }

    private static boolean isMutual(Relation relation) {
        return relation == Relation.SAME || relation == Relation.COMMON_ELEMENT;
    }
}
