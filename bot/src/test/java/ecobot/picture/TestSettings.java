package ecobot.picture;

/** Settings as they are by default, and smaller ones. */
public final class TestSettings {

    static final PictureSettings ORDINARY = atOnce(2);

    private TestSettings() {}

    static PictureSettings atOnce(int pictures) {
        return new PictureSettings(120_000_000, 25_000_000, 50_000_000, 2560, 320, pictures);
    }

    static PictureSettings decodedBytes(int bytes) {
        return new PictureSettings(120_000_000, 25_000_000, bytes, 2560, 320, 2);
    }

    /** The room's door, for tests of other rooms without an application. */
    public static Pictures pictures() {
        return new Pictures(ORDINARY);
    }
}
