package dev.cairn.codec;

import java.io.Serial;
import java.io.Serializable;

/** A class whose name is as long as that of {@link Canary}: serialized, it is made to name that one, which nobody has loaded. */
final class Decoys implements Serializable {
    @Serial
    private static final long serialVersionUID = 1;
}
