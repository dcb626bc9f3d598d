package dev.cairn.processor.lock;

import dev.cairn.processor.lock.LockedType.AnyObject;
import dev.cairn.processor.lock.LockedType.ArrayOf;
import dev.cairn.processor.lock.LockedType.Container;
import dev.cairn.processor.lock.LockedType.Custom;
import dev.cairn.processor.lock.LockedType.Named;
import dev.cairn.processor.lock.LockedType.Opaque;
import dev.cairn.processor.lock.LockedType.Value;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds out, without a value and without a codec, what the runtime says when the code of today reads what the locked code stored:
 * {@code dev.cairn.codec.Planner} and the plans of the codecs, where a test compares the two. Some changes keep every value from
 * being read, others only some, such as those with a constant that is gone: each of them is a finding, but only the former keep a
 * field from being taken for a renamed one. Confined to one thread.
 */
final class Reading {
    private final Version stored;
    private final Version now;
    private final boolean asking;
    private final Set<Finding> findings;
    private final Map<List<Object>, Boolean> bodies = new HashMap<>();

    /** A reading that adds to {@code findings} what some value is refused for. */
    Reading(Version stored, Version now, Set<Finding> findings) {
        this(stored, now, findings, false);
    }

    private Reading(Version stored, Version now, Set<Finding> findings, boolean asking) {
        this.stored = stored;
        this.now = now;
        this.findings = findings;
        this.asking = asking;
    }

    /**
     * Reads a part.
     *
     * @param from its stored type
     * @param to its type today
     * @param part where it is
     * @return whether some value can be read
     */
    boolean read(LockedType from, LockedType to, Part part) {
        if (Sameness.holds(stored, now, from, to)) {
            return true;
        }
        LockedType was = stored.resolved(from);
        LockedType is = now.resolved(to);
        if (is instanceof Value value) {
            return value(was, value, part);
        } else if (is instanceof Container container) {
            return container(was, container, part);
        } else if (is instanceof ArrayOf array) {
            return was instanceof ArrayOf before
                    ? read(before.component(), array.component(), part.apart())
                    : refused(from, to, part);
        } else if (is instanceof AnyObject) {
            return new AnyReading(this, stored, now).read(was, part) || refused(from, to, part);
        } else if (is instanceof Custom custom) {
            return custom(was, custom, part) || refused(from, to, part);
        } else if (is instanceof Opaque opaque) {
            return opaque(was, opaque, part) || refused(from, to, part);
        }
        return named(from, was, (Named) is, part);
    }

    private boolean value(LockedType was, Value is, Part part) {
        String from = was instanceof Value value ? value.name() : "";
        if (!Widening.isPossible(from, is.name())) {
            return refused(was, is, part);
        }
        if (TypeNames.isPrimitive(is.name()) && !TypeNames.isPrimitive(from)) {
            find(Findings.nullNoLonger(part, from, is.name()));
        }
        return true;
    }

    private boolean container(LockedType was, Container is, Part part) {
        ContainerKind kind = ContainerKind.of(is.name()).orElseThrow();
        Optional<ContainerKind> before =
                was instanceof Container container ? ContainerKind.of(container.name()) : Optional.empty();
        if (before.isEmpty() || !kind.reads(before.get())) {
            return refused(was, is, part);
        }
        List<LockedType> from = ((Container) was).arguments();
        if (!kind.readsAll(before.get())) {
            find(Findings.otherCollection(part, was, is));
        }
        boolean toEnum = isEnum(now, is.arguments().get(0));
        if (kind.isOpen() && before.get().mayBeOfEnum() && isEnum(stored, from.get(0)) && !toEnum) {
            find(Findings.constantsNoLonger(part, from.get(0), is.arguments().get(0)));
        }
        boolean distinct = kind.isDistinct() || kind == ContainerKind.COLLECTION && before.get() != ContainerKind.LIST;
        boolean first = read(from.get(0), is.arguments().get(0), distinct ? part.distinct() : part);
        return from.size() == 1 ? first : read(from.get(1), is.arguments().get(1), part) && first;
    }

    private static boolean isEnum(Version version, LockedType type) {
        return type instanceof Named named && version.block(named).kind() == Block.Kind.ENUM;
    }

    private boolean custom(LockedType was, Custom is, Part part) {
        if (!(was instanceof Custom before) || !isNamed(is.type(), before.type())) {
            return false;
        }
        if (!before.codec().equals(is.codec())) {
            find(Findings.otherCodec(part, before.codec(), is.codec()));
        }
        return true;
    }

    private boolean opaque(LockedType was, Opaque is, Part part) {
        if (!(was instanceof Opaque before) || !isNamed(is.type(), before.type())) {
            return false;
        }
        before.allowed().stream()
                .filter(allowed -> !is.allowed().contains(allowed) && !allowed.equals(is.type()))
                .forEach(allowed -> find(Findings.noLongerAllowed(part, allowed)));
        return true;
    }

    /** Whether a type that is stored by an annotation is one that was stored so. */
    private boolean isNamed(String is, String was) {
        Block block = now.schemas().types().get(is);
        return TypeNames.raw(is).equals(TypeNames.raw(was)) || block != null && block.isNamed(TypeNames.raw(was));
    }

    private boolean named(LockedType from, LockedType was, Named is, Part part) {
        Block block = now.block(is);
        String stored = was instanceof Named named
                ? named.rawName()
                : was instanceof Custom custom
                        ? TypeNames.raw(custom.type())
                        : was instanceof Opaque opaque ? TypeNames.raw(opaque.type()) : "";
        if (block.kind() == Block.Kind.SEALED && !stored.isEmpty() && !block.isNamed(stored)) {
            Optional<Line> subtype = block.members().stream()
                    .filter(line -> now.block(new Named(line.name())).isNamed(stored))
                    .findFirst();
            if (subtype.isPresent()) {
                return read(from, new Named(subtype.get().name()), part);
            }
        }
        return block.isNamed(stored) ? body(from, is, part) : refused(from, is, part);
    }

    /** Reads what a named type is made of, once what it is called is known to fit. */
    boolean body(LockedType from, Named to, Part part) {
        List<Object> key = List.of(from, to, part.isDistinct());
        Boolean known = bodies.putIfAbsent(key, true); // of a type that holds itself, what else it is made of decides
        if (known != null) {
            return known;
        }
        boolean possible = Sameness.holds(stored, now, from, to) || planned(from, to, part);
        bodies.put(key, possible);
        return possible;
    }

    private boolean planned(LockedType from, Named to, Part part) {
        LockedType was = stored.resolved(from);
        LockedType is = now.resolved(to);
        if (is instanceof Custom custom) {
            return custom(was, custom, part) || otherKind(from, to);
        } else if (is instanceof Opaque opaque) {
            return opaque(was, opaque, part) || otherKind(from, to);
        }
        Block block = now.block(to);
        Block before = was instanceof Named named ? stored.block(named) : null;
        if (before == null || before.kind() != block.kind()) {
            return otherKind(from, to);
        }
        return switch (block.kind()) {
            case CLASS -> new StructReading(this, now).read(before, block, part.isDistinct());
            case ENUM -> new AlternativesReading(this, now).constants(before, block, part.isDistinct());
            default -> new AlternativesReading(this, now).subtypes(before, block, part.isDistinct());
        };
    }

    private boolean otherKind(LockedType from, Named to) {
        Block block = now.block(to);
        String before = from instanceof Named named
                ? stored.block(named).kind().noun()
                : (from instanceof Custom ? Block.Kind.CODEC : Block.Kind.OPAQUE).noun();
        find(Findings.otherKind(block, before));
        return false;
    }

    private boolean refused(LockedType from, LockedType to, Part part) {
        find(Findings.otherType(part, from, to));
        return false;
    }

    /** Whether some value of a stored type can be read as another one. Which of its parts may be renamed is not asked then. */
    boolean couldRead(LockedType from, LockedType to, Part part) {
        return !asking && new Reading(stored, now, new HashSet<>(), true).read(from, to, part);
    }

    /** Whether this only answers {@link #couldRead}. */
    boolean isAsking() {
        return asking;
    }

    void find(Finding finding) {
        findings.add(finding);
    }
}
