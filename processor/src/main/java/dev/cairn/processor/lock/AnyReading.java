package dev.cairn.processor.lock;

import dev.cairn.processor.lock.LockedType.AnyObject;
import dev.cairn.processor.lock.LockedType.Container;
import dev.cairn.processor.lock.LockedType.Custom;
import dev.cairn.processor.lock.LockedType.Named;
import dev.cairn.processor.lock.LockedType.Opaque;
import dev.cairn.processor.lock.LockedType.Value;
import dev.cairn.processor.lock.MemberNames.Member;
import java.util.List;
import java.util.Optional;

/** Reads what is an {@code Object} today, as {@code dev.cairn.codec.union.AnyPlan} does. */
final class AnyReading {
    private static final LockedType ANY = new AnyObject();
    private static final String FILE = "IncludedFile";

    private final Reading reading;
    private final Version stored;
    private final Version now;

    AnyReading(Reading reading, Version stored, Version now) {
        this.reading = reading;
        this.stored = stored;
        this.now = now;
    }

    /** Whether some value of a stored type can be read. */
    boolean read(LockedType was, Part part) {
        if (was instanceof Value value) {
            return !value.name().equals(FILE);
        } else if (was instanceof AnyObject) {
            return objects(part);
        } else if (was instanceof Container container) {
            return container(container, part);
        }
        String name = was instanceof Named named
                ? named.name()
                : was instanceof Custom custom ? custom.type() : was instanceof Opaque opaque ? opaque.type() : "";
        Optional<Named> found = find(TypeNames.raw(name));
        return found.isPresent() && reading.body(was, found.get(), part);
    }

    private boolean container(Container was, Part part) {
        ContainerKind kind = ContainerKind.of(was.name()).orElseThrow();
        if (kind.isMap()) {
            return reading.read(was, new Container("Map", List.of(ANY, ANY)), part);
        }
        return kind.isCollection() && reading.read(was, new Container("Collection", List.of(ANY)), part);
    }

    private boolean objects(Part part) {
        List<Block> blocks =
                now.held().stream().map(name -> now.block(new Named(name))).toList();
        MemberNames names = MemberNames.ofAlternatives(
                stored.held().stream().map(TypeNames::raw).toList(),
                blocks.stream()
                        .map(block -> new Member(block.rawName(), block.formerNames()))
                        .toList());
        boolean possible = true;
        for (String held : stored.held()) {
            String name = TypeNames.raw(held);
            Optional<Named> found = names.meaning(name) >= 0
                    ? Optional.of(new Named(blocks.get(names.meaning(name)).name()))
                    : find(name);
            if (names.isOpen(name)) {
                List<String> together = names.openWith(name);
                reading.find(Findings.openTypes(part.place(), together, names.claimants(together)));
            } else if (found.isEmpty()) {
                reading.find(Findings.noLongerHeld(part.place(), name));
            } else {
                possible &= reading.body(new Named(held), found.get(), part);
            }
        }
        return possible;
    }

    /** The type of that name that an {@code Object} may hold. */
    private Optional<Named> find(String rawName) {
        return now.held().stream()
                .map(Named::new)
                .filter(type -> now.block(type).isNamed(rawName))
                .findFirst();
    }
}
