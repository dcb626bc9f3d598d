package dev.cairn.processor.lock;

import java.util.Optional;

/**
 * What a finding is about: a flow or a type of today, or a member of one.
 *
 * @param kind what the owner is
 * @param owner the name of the flow or type, as the lock file has it
 * @param member an artifact, field or constant that is there today
 */
public record Place(OwnerKind kind, String owner, Optional<String> member) {
    /** What an owner is. */
    public enum OwnerKind {
        /** A flow; its members are artifacts. */
        FLOW,
        /** A type. */
        TYPE
    }

    static Place of(Block block) {
        return new Place(kind(block), block.name(), Optional.empty());
    }

    static Place of(Block block, Line member) {
        return new Place(kind(block), block.name(), Optional.of(member.name()));
    }

    private static OwnerKind kind(Block block) {
        return block.kind() == Block.Kind.FLOW ? OwnerKind.FLOW : OwnerKind.TYPE;
    }

    /** As messages name it: {@code artifact `rows`}, {@code field `Row.mean`} or {@code `Row`}. */
    String text() {
        String name = TypeNames.simple(TypeNames.raw(owner));
        return kind == OwnerKind.FLOW
                ? member.map(artifact -> "artifact `" + artifact + "`").orElse("flow `" + name + "`")
                : member.map(field -> "field `" + name + "." + field + "`").orElse("`" + name + "`");
    }
}
