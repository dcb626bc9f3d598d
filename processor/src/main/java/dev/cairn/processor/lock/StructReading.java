package dev.cairn.processor.lock;

import dev.cairn.processor.lock.MemberNames.Member;
import dev.cairn.processor.model.InitialValue;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Reads a record or class that was stored with other fields, as {@code dev.cairn.codec.StructPlan} does. */
final class StructReading {
    private final Reading reading;
    private final Version now;

    StructReading(Reading reading, Version now) {
        this.reading = reading;
        this.now = now;
    }

    /** Whether some value can be read. */
    boolean read(Block was, Block is, boolean distinct) {
        List<Line> fields = is.members();
        MemberNames names = MemberNames.ofFields(
                was.members().stream().map(Line::name).toList(),
                fields.stream()
                        .map(field -> new Member(field.name(), field.formerNames()))
                        .toList());
        List<Line> unclaimed = new ArrayList<>();
        List<Line> missing = new ArrayList<>(fields);
        boolean possible = true;
        for (Line field : was.members()) {
            int meaning = names.meaning(field.name());
            if (meaning >= 0) {
                missing.remove(fields.get(meaning));
                possible &= read(field, fields.get(meaning), is, distinct);
            } else {
                unclaimed.add(field);
            }
        }
        String open = was.members().stream()
                .map(Line::name)
                .filter(names::isOpen)
                .findFirst()
                .orElse("");
        if (!open.isEmpty()) {
            List<String> together = names.openWith(open);
            reading.find(Findings.openNames(Place.of(is), is, together, names.claimants(together)));
            return possible;
        } else if (distinct) {
            unclaimed.forEach(field -> reading.find(Findings.toldApart(is, field)));
        }
        if (!reading.isAsking()) {
            List<Line> gone =
                    Stream.concat(unclaimed.stream(), was.removed().stream()).toList();
            missing.forEach(field -> missing(field, is, gone));
        }
        return possible;
    }

    private boolean read(Line from, Line to, Block owner, boolean distinct) {
        return reading.read(from.typed(), to.typed(), part(from, to, owner, distinct));
    }

    private static Part part(Line from, Line to, Block owner, boolean distinct) {
        return new Part(Place.of(owner, to), from.typed(), to.typed(), distinct);
    }

    /**
     * Finds what is to be said of a field that is not stored.
     *
     * @param gone the stored fields, of the locked version and before, that nothing reads now
     */
    void missing(Line field, Block owner, List<Line> gone) {
        gone.stream()
                .filter(line -> line.use() == Line.Use.REMOVED && field.isNamed(line.name()))
                .forEach(line -> read(line, field, owner, false));
        List<String> resembling = gone.stream()
                .filter(line -> !field.isNamed(line.name())
                        && reading.couldRead(line.typed(), field.typed(), part(line, field, owner, false)))
                .map(Line::name)
                .toList();
        if (field.fallback().isPresent()) {
            return;
        } else if (!resembling.isEmpty()) {
            reading.find(Findings.maybeRenamed(owner, field, resembling));
        } else if (TypeNames.isPrimitive(field.typed().toString())) {
            primitive(field, owner);
        }
    }

    private void primitive(Line field, Block owner) {
        InitialValue value = now.initialValues().of(owner.name(), field.name());
        if (value == InitialValue.NONE) {
            reading.find(Findings.noValue(owner, field));
        } else if (value == InitialValue.UNKNOWN) {
            reading.find(Findings.unknownValue(owner, field));
        }
    }
}
