package dev.cairn.codec;

import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.Serial;
import java.io.Serializable;

/** A class that no codec allows: nothing in data may have it loaded, much less run. It says so if it is. */
final class Canary implements Serializable {
    @Serial
    private static final long serialVersionUID = 1;

    static {
        CanaryLog.note("was initialised");
    }

    Canary() {
        CanaryLog.note("was made");
    }

    @Serial
    private void readObject(ObjectInputStream stream) throws IOException {
        CanaryLog.note("was read");
    }

    @Serial
    private Object readResolve() {
        CanaryLog.note("was resolved");
        return this;
    }

    @Override
    public boolean equals(Object other) {
        CanaryLog.note("was compared");
        return this == other;
    }

    @Override
    public int hashCode() {
        CanaryLog.note("was hashed");
        return 1;
    }
}
