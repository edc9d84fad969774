package ecobot.console;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Objects;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/** Signs addresses with a secret that all nodes share. Made at the first start, so that no operator has to think of one. */
@Component
class PageKey implements SmartInitializingSingleton {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int SECRET_BYTES = 32;
    /** Half of it is more than anybody can guess, and keeps addresses short. */
    private static final int SIGNATURE_BYTES = 16;

    private final PageKeyMapper rows;
    private volatile byte[] secret = {};

    PageKey(PageKeyMapper rows) {
        this.rows = rows;
    }

    /** Not at the first use: that may be in a transaction which is rolled back. */
    @Override
    public void afterSingletonsInstantiated() {
        if (rows.find() == null) {
            var fresh = new byte[SECRET_BYTES];
            new SecureRandom().nextBytes(fresh);
            try {
                rows.add(Base64.getEncoder().encodeToString(fresh));
            } catch (DuplicateKeyException e) {
                // Another node was faster; its secret counts.
            }
        }
        secret = Base64.getDecoder().decode(Objects.requireNonNull(rows.find()));
    }

    String sign(String text) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret, ALGORITHM));
            var whole = mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(whole, SIGNATURE_BYTES));
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("cannot sign", e);
        }
    }

    /** Takes the same time whatever is wrong. */
    boolean isSigned(String text, String signature) {
        return MessageDigest.isEqual(
                sign(text).getBytes(StandardCharsets.UTF_8), signature.getBytes(StandardCharsets.UTF_8));
    }
}
