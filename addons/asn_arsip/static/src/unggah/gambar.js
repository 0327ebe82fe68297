/**
 * Pictures of the camera, made small before they travel.
 *
 * A telephone's picture has twelve megapixels and says in its EXIF data which way
 * is up. The browser turns it upright while decoding; what is sent is the upright
 * picture, as large as a good scan and no larger.
 */

export const SISI_MAKS = 2339;
const MUTU = 0.82;

/** Return the content of a file as base64, without the data: prefix. */
export function bacaBase64(berkas) {
    return new Promise((selesai, gagal) => {
        const pembaca = new FileReader();
        pembaca.onload = () => selesai(String(pembaca.result).split(",")[1] || "");
        pembaca.onerror = () => gagal(pembaca.error);
        pembaca.readAsDataURL(berkas);
    });
}

/** Return an upright, reduced JPEG as base64; the file as it is where that fails. */
export async function kecilkan(berkas) {
    let gambar;
    try {
        gambar = await createImageBitmap(berkas, { imageOrientation: "from-image" });
    } catch {
        // The server says in words what is wrong with the file.
        return bacaBase64(berkas);
    }
    const skala = Math.min(1, SISI_MAKS / Math.max(gambar.width, gambar.height));
    const kanvas = document.createElement("canvas");
    kanvas.width = Math.round(gambar.width * skala);
    kanvas.height = Math.round(gambar.height * skala);
    const kuas = kanvas.getContext("2d");
    kuas.fillStyle = "white";
    kuas.fillRect(0, 0, kanvas.width, kanvas.height);
    kuas.drawImage(gambar, 0, 0, kanvas.width, kanvas.height);
    gambar.close();
    return kanvas.toDataURL("image/jpeg", MUTU).split(",")[1];
}

export function adalahGambar(berkas) {
    return /^image\/(jpeg|png)$/.test(berkas.type);
}
