package dev.cairn.codec.library;

import java.io.Serial;
import java.io.Serializable;

/** Public, and on no list. */
public final class Shop implements Serializable {
    @Serial
    private static final long serialVersionUID = 1;
}
