package dev.cairn.codec.internal;

import dev.cairn.codec.ArtifactCodec;

/** Is shown the composite objects of a value while it is being encoded into nothing. */
public interface Sight {
    /**
     * Sees an object.
     *
     * @return whether there is nothing more to see in it, so that it need not be encoded
     */
    boolean see(ArtifactCodec<?> codec, Object value);

    /** Ends the look at a value. */
    final class Enough extends RuntimeException {
        private static final long serialVersionUID = 1;

        /** There is only one, which knows no stack. */
        @SuppressWarnings("StaticAssignmentOfThrowable")
        public static final Enough ENOUGH = new Enough();

        private Enough() {
            super("enough", null, false, false);
        }
    }
}
