package dev.cairn.processor.lock;

import dev.cairn.processor.lock.LockedType.Named;
import dev.cairn.processor.lock.MemberNames.Member;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads an enum that was stored with other constants, and a sealed type that was stored with other subtypes, as {@code
 * dev.cairn.codec.EnumPlan} and {@code dev.cairn.codec.union.SealedPlan} do.
 */
final class AlternativesReading {
    private final Reading reading;
    private final Version now;

    AlternativesReading(Reading reading, Version now) {
        this.reading = reading;
        this.now = now;
    }

    /** Reads the constants of an enum. */
    boolean constants(Block was, Block is, boolean distinct) {
        List<String> stored = was.members().stream().map(Line::name).toList();
        MemberNames names = MemberNames.ofAlternatives(
                stored,
                is.members().stream()
                        .map(line -> new Member(line.name(), line.formerNames()))
                        .toList());
        Map<Integer, String> taken = new HashMap<>();
        for (String name : stored) {
            if (names.isOpen(name)) {
                open(is, names, name);
            } else if (names.meaning(name) < 0) {
                reading.find(Findings.noConstant(is, name));
            } else {
                merged(is, name, taken.putIfAbsent(names.meaning(name), name), distinct);
            }
        }
        return true;
    }

    /** Reads the subtypes of a sealed type. */
    boolean subtypes(Block was, Block is, boolean distinct) {
        List<Block> subtypes = is.members().stream()
                .map(line -> now.block(new Named(line.name())))
                .toList();
        List<String> stored =
                was.members().stream().map(line -> TypeNames.raw(line.name())).toList();
        MemberNames names = MemberNames.ofAlternatives(
                stored,
                subtypes.stream()
                        .map(block -> new Member(block.rawName(), block.formerNames()))
                        .toList());
        Map<Integer, String> taken = new HashMap<>();
        boolean possible = true;
        for (Line line : was.members()) {
            String name = TypeNames.raw(line.name());
            int meaning = names.meaning(name);
            if (names.isOpen(name)) {
                open(is, names, name);
            } else if (meaning < 0) {
                reading.find(Findings.noSubtype(is, name));
            } else {
                merged(is, name, taken.putIfAbsent(meaning, name), distinct);
                Named subtype = new Named(subtypes.get(meaning).name());
                Named before = new Named(line.name());
                possible &= reading.body(before, subtype, new Part(Place.of(is), before, subtype, distinct));
            }
        }
        return possible;
    }

    private void open(Block is, MemberNames names, String name) {
        List<String> together = names.openWith(name);
        reading.find(Findings.openNames(Place.of(is), is, together, names.claimants(together)));
    }

    /** Two that were different are one now: in a set they are equal. */
    private void merged(Block is, String name, @Nullable String other, boolean distinct) {
        if (distinct && other != null) {
            reading.find(Findings.merged(is, other, name));
        }
    }
}
