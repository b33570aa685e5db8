// What programs are put together from, as the build writes it.
declare const programs: Programs;
export default programs;
