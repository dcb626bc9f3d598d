package dev.cairn.engine.flows;

import com.esotericsoftware.kryo.kryo5.Kryo;
import com.esotericsoftware.kryo.kryo5.io.Input;
import com.esotericsoftware.kryo.kryo5.io.Output;
import dev.cairn.codec.Codecs;
import dev.cairn.codec.FieldValues;
import dev.cairn.codec.PrimitiveFormat;
import dev.cairn.codec.StructCodec;

/** An object with methods, of which any two are equal as its class says. */
final class Account {
    static final StructCodec<Account> CODEC = new AccountCodec();

    private int total;

    Account(int total) {
        this.total = total;
    }

    void add(int amount) {
        total += amount;
    }

    int total() {
        return total;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Account;
    }

    @Override
    public int hashCode() {
        return 1;
    }

    /** As generated. */
    private static final class AccountCodec extends StructCodec<Account> {
        AccountCodec() {
            super(Account.class, "dev.cairn.engine.flows.Account", field("total", Codecs.INT));
        }

        @Override
        protected void writeFields(Kryo kryo, Output output, Account value) {
            PrimitiveFormat.writeInt(output, value.total);
        }

        @Override
        protected Account readFields(Kryo kryo, Input input) {
            return new Account(PrimitiveFormat.readInt(input));
        }

        @Override
        protected Account create(FieldValues values) {
            return new Account(values.intAt(0));
        }
    }
}
