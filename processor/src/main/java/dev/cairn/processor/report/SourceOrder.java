package dev.cairn.processor.report;

/**
 * Where something stands in the source, relative to all else; known without the text, which not every compiler shows.
 *
 * @param flow the flow, counted in the order in which the compiler gives them
 * @param member 0 for the class itself, from 1 its members in the order of the source
 * @param part the annotations of the member, then its name, its parameters, its body
 * @param offset the position within the part
 */
public record SourceOrder(int flow, int member, int part, long offset) implements Comparable<SourceOrder> {
    /** The part of what stands in front of the name: annotations and their values, by {@code offset}. */
    public static final int ANNOTATIONS = 0;

    /** The part of the name itself. */
    public static final int NAME = 1;

    /** The part of the parameters, by {@code offset}. */
    public static final int PARAMETERS = 2;

    /** The part of a body or initialiser, by {@code offset}. */
    public static final int BODY = 3;

    @Override
    public int compareTo(SourceOrder other) {
        if (flow != other.flow) {
            return Integer.compare(flow, other.flow);
        }
        if (member != other.member) {
            return Integer.compare(member, other.member);
        }
        return part == other.part ? Long.compare(offset, other.offset) : Integer.compare(part, other.part);
    }
}
